<ul class="v-goals">{{#GOAL}}<li><a href="{{ADDRESS}}">{{TEXT}}</a>{{#BELOW}}{{>GOALS}}{{/BELOW}}</li>
{{/GOAL}}</ul>
