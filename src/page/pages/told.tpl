<h1>{{HEADING}}</h1>
<div class="v-text v-flow v-gap-4">{{#SAID}}<p>{{TEXT}}</p>{{/SAID}}
{{#LINK}}<p><a href="{{ADDRESS}}">{{NAME}}</a></p>{{/LINK}}</div>
