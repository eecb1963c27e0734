<ul class="v-goals">{{#GOAL}}<li>{{TEXT}}{{#BELOW}}{{>GOALS}}{{/BELOW}}</li>
{{/GOAL}}</ul>
