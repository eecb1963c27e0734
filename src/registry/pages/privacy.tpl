<h1>{{#_}}Privacy{{/_}}</h1>
<div class="v-text v-flow v-gap-4">
{{#CONTACT}}<p>{{#_}}The controller is{{/_}} {{OFFICE}}. {{#_}}Questions:{{/_}} {{ROLE}}.{{#WEB}} <a href="{{ADDRESS}}">{{#_}}Contact details are on the city’s page on the agreement{{/_}}</a>{{/WEB}}</p>{{/CONTACT}}
<h2>{{#_}}What is kept, and why{{/_}}</h2>
<ul><li>{{#_}}Of people with an account: name, e-mail address, organisation and role, to know who applies and who decides.{{/_}}</li><li>{{#_}}Of each deed in an application: who did it and when, because the handling of public money must be traceable.{{/_}}</li><li>{{#_}}Of each sign-in: when it began and roughly which browser, so that you know your own sessions; and a checksum of the network, so that wrong tries can be slowed. The checksum of a wrong try is forgotten in a day, that of a right one in 90 days.{{/_}}</li><li>{{#_}}For whom you say to act: until you take it back, and after that in the record of deeds. Those who confirm it see your name and e-mail address.{{/_}}</li><li>{{#_}}Of each visit: the time, the page and a shortened log for keeping the service running. No bodies of forms and no passwords are logged.{{/_}}</li></ul>
<h2>{{#_}}Cookies{{/_}}</h2>
<p>{{#_}}One cookie is set when you sign in, and it goes when you sign out. There is no tracking and nothing from other sites is loaded.{{/_}}</p>
<h2>{{#_}}How long{{/_}}</h2>
<p>{{#_}}Documents of funded projects are kept for ten years from the last payment. Sessions end after an hour without use, at the latest after twelve hours.{{/_}}</p>
<h2>{{#_}}Your rights{{/_}}</h2>
<p>{{#_}}You may ask what is kept about you and have mistakes corrected. You may also complain to the Data Protection Ombudsman.{{/_}}</p>
</div>
